import {
  folderSource
} from "./chunk-56RID4JW.mjs";
import "./chunk-6GVKNOQ5.mjs";
import "./chunk-GEZJUUIE.mjs";
import "./chunk-HU6MHD5E.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-ZF4S2GFO.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-JU2TPBYD.mjs";
import "./chunk-QHRTJZPT.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-NBV3EAZR.mjs";
import "./chunk-XWVFW7BX.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-CGMVOCF4.mjs";
import "./chunk-TDI5WZGB.mjs";
export {
  folderSource
};
