import {
  folderSource
} from "./chunk-Z3BOFH3T.mjs";
import "./chunk-B6EBJ4FL.mjs";
import "./chunk-HBLWHKOK.mjs";
import "./chunk-UMZNP5S4.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-XL3BZ7SN.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-JTQMCONY.mjs";
import "./chunk-Y7TOLBQI.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-IBM7YJXN.mjs";
import "./chunk-DLXUFXLB.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-MBTOKTTI.mjs";
import "./chunk-XKRTO2CY.mjs";
export {
  folderSource
};
