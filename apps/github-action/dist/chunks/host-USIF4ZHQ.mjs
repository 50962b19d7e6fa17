import {
  dataRobotHost
} from "./chunk-KU6VBQ3I.mjs";
import "./chunk-FPF5ZM7W.mjs";
import "./chunk-ACOSSJ57.mjs";
import "./chunk-ZRVTZJYU.mjs";
export {
  dataRobotHost
};
