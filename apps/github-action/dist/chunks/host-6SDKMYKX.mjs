import {
  dataRobotHost
} from "./chunk-DDXFZKRQ.mjs";
import "./chunk-YPV7DOVV.mjs";
import "./chunk-A3KLPCXF.mjs";
import "./chunk-OD34W6AC.mjs";
export {
  dataRobotHost
};
