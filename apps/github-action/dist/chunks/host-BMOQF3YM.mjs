import {
  dataRobotHost
} from "./chunk-MWFIT7WI.mjs";
import "./chunk-3TW3HCV5.mjs";
import "./chunk-WTLKQS7A.mjs";
import "./chunk-VDHEZRE2.mjs";
export {
  dataRobotHost
};
