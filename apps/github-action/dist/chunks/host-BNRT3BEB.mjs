import {
  dataRobotHost
} from "./chunk-6AMHRFWS.mjs";
import "./chunk-DA4T53IN.mjs";
import "./chunk-QEYLCMER.mjs";
import "./chunk-LF2N6B5Q.mjs";
import "./chunk-SPUPTFJP.mjs";
export {
  dataRobotHost
};
