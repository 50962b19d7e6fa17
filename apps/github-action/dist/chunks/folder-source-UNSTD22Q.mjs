import {
  folderSource
} from "./chunk-FGHM43C5.mjs";
import "./chunk-CBOYTOUO.mjs";
import "./chunk-6CIZGU3N.mjs";
import "./chunk-6HOBDLPH.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-IPMJVF7E.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-M4AMLUC3.mjs";
import "./chunk-KKBFINAM.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-WQC2RVUE.mjs";
import "./chunk-SJWY6ASZ.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-L2C5EFW2.mjs";
import "./chunk-DVEKINOU.mjs";
export {
  folderSource
};
