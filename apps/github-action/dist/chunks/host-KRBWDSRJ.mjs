import {
  dataRobotHost
} from "./chunk-3MKPB2IE.mjs";
import "./chunk-PY2DWKCX.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-L7ICSBA5.mjs";
export {
  dataRobotHost
};
