import {
  dataRobotHost
} from "./chunk-F2CJ6TE4.mjs";
import "./chunk-QC4JY3R2.mjs";
import "./chunk-MBTOKTTI.mjs";
import "./chunk-XKRTO2CY.mjs";
export {
  dataRobotHost
};
