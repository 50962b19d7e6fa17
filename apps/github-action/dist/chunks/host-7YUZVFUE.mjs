import {
  dataRobotHost
} from "./chunk-2KWZ3KUR.mjs";
import "./chunk-DA4T53IN.mjs";
import "./chunk-N6MFLNMN.mjs";
import "./chunk-LF2N6B5Q.mjs";
import "./chunk-CUJOHJDB.mjs";
export {
  dataRobotHost
};
