import {
  dataRobotHost
} from "./chunk-NGBBMTNS.mjs";
import "./chunk-DL46ANXL.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-MER2QMP7.mjs";
export {
  dataRobotHost
};
