import {
  fileSource
} from "./chunk-T2MUPLRA.mjs";
import "./chunk-XO3TGXAE.mjs";
import "./chunk-6T4VGTT7.mjs";
import "./chunk-B6VAFS4L.mjs";
import "./chunk-YKOV4TNJ.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-RW5V4LEO.mjs";
import "./chunk-EQ2UEEJP.mjs";
import "./chunk-CUJOHJDB.mjs";
export {
  fileSource
};
