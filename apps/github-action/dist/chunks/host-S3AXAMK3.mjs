import {
  dataRobotHost
} from "./chunk-JCVI4RBR.mjs";
import "./chunk-D2O3CAON.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-EZY26TJJ.mjs";
export {
  dataRobotHost
};
