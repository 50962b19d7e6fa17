import "./chunk-M53SQUZ2.mjs";
import "./chunk-GWE5226Y.mjs";
import "./chunk-2RCCZDYA.mjs";
import "./chunk-KB5WRPXO.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-XNXB6TEC.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-U2D3EXQU.mjs";
import "./chunk-UARJAEOP.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import {
  fileSource
} from "./chunk-EWJUHLDQ.mjs";
import "./chunk-NIWKNIWT.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-ACOSSJ57.mjs";
import "./chunk-ZRVTZJYU.mjs";
export {
  fileSource
};
