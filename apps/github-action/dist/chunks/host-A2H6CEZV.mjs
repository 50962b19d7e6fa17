import {
  dataRobotHost
} from "./chunk-HGB4P7UP.mjs";
import "./chunk-EK3I3AVF.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-ZK24KKFT.mjs";
export {
  dataRobotHost
};
