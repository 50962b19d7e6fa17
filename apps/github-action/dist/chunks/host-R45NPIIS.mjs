import {
  dataRobotHost
} from "./chunk-4TCRST5J.mjs";
import "./chunk-YFLML42W.mjs";
import "./chunk-CGMVOCF4.mjs";
import "./chunk-TDI5WZGB.mjs";
export {
  dataRobotHost
};
