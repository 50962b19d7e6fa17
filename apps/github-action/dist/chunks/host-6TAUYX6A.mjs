import {
  dataRobotHost
} from "./chunk-QVZ7GIRD.mjs";
import "./chunk-W5UDJ4HI.mjs";
import "./chunk-THHNOTRZ.mjs";
import "./chunk-XU2UWZ46.mjs";
export {
  dataRobotHost
};
