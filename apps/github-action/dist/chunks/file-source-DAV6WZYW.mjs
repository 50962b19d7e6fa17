import "./chunk-GCPEUDP6.mjs";
import "./chunk-53VWP42F.mjs";
import "./chunk-KYHXRLTY.mjs";
import "./chunk-B7M6WFFK.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-GT3M5M66.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-ZWMQJYLQ.mjs";
import "./chunk-ZLLZCPQT.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import {
  fileSource
} from "./chunk-5L5272AJ.mjs";
import "./chunk-RUF7WVA7.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-7NDWKY27.mjs";
import "./chunk-MIXEX6VU.mjs";
export {
  fileSource
};
