import {
  dataRobotHost
} from "./chunk-PIBY5GDS.mjs";
import "./chunk-77Z23PAP.mjs";
import "./chunk-L2C5EFW2.mjs";
import "./chunk-DVEKINOU.mjs";
export {
  dataRobotHost
};
