import {
  dataRobotHost
} from "./chunk-PVHPZU6D.mjs";
import "./chunk-RRKBGGTF.mjs";
import "./chunk-LPHI3OV4.mjs";
import "./chunk-QJUKXC2M.mjs";
export {
  dataRobotHost
};
