import {
  fileSource
} from "./chunk-NFXVPNQK.mjs";
import "./chunk-JBDOLTE5.mjs";
import "./chunk-2YQFZQ7B.mjs";
import "./chunk-NPZAANC6.mjs";
import "./chunk-HVJ5OZJX.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-QGAGZCKB.mjs";
import "./chunk-SBP7BGX3.mjs";
import "./chunk-55MIXAZD.mjs";
export {
  fileSource
};
