import {
  dataRobotHost
} from "./chunk-G2ZR4PSN.mjs";
import "./chunk-7MLRSG3F.mjs";
import "./chunk-E7RQ33CL.mjs";
import "./chunk-PLTFPKSW.mjs";
export {
  dataRobotHost
};
