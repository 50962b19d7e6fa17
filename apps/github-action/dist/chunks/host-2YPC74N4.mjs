import {
  dataRobotHost
} from "./chunk-SJ3ZT6R4.mjs";
import "./chunk-DA4T53IN.mjs";
import "./chunk-KW2U2FLN.mjs";
import "./chunk-LF2N6B5Q.mjs";
import "./chunk-55MIXAZD.mjs";
export {
  dataRobotHost
};
