import {
  dataRobotHost
} from "./chunk-BRSUHR2B.mjs";
import "./chunk-QJPNUI5P.mjs";
import "./chunk-YAF5Y5KI.mjs";
import "./chunk-ACN4OMOE.mjs";
export {
  dataRobotHost
};
