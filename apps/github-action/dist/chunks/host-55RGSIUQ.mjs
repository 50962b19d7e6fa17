import {
  dataRobotHost
} from "./chunk-WDEHFN6H.mjs";
import "./chunk-DA4T53IN.mjs";
import "./chunk-IX7F77H4.mjs";
import "./chunk-LF2N6B5Q.mjs";
import "./chunk-NEBSY3YS.mjs";
export {
  dataRobotHost
};
