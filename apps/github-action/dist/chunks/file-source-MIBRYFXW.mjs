import "./chunk-6EQ7YFO2.mjs";
import "./chunk-ZKEX2LPS.mjs";
import "./chunk-CTE4EOIY.mjs";
import "./chunk-KRTV4QPC.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-4YI2YUZM.mjs";
import {
  fileSource
} from "./chunk-XBOPLW2U.mjs";
import "./chunk-EBS66O4J.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-DL7A4O7B.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-MER2QMP7.mjs";
export {
  fileSource
};
