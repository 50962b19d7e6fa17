import {
  dataRobotHost
} from "./chunk-YYAQMPSC.mjs";
import "./chunk-IBILJ5XB.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-TPS7C5IL.mjs";
export {
  dataRobotHost
};
