import {
  folderSource
} from "./chunk-Z26MLUCR.mjs";
import "./chunk-SUVTKIVQ.mjs";
import "./chunk-PNVHMPVM.mjs";
import "./chunk-765WF2A3.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-6ADRUR63.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-MSOSMPB5.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-ZGKPT5AS.mjs";
import "./chunk-IUJGTDDR.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-WTLKQS7A.mjs";
import "./chunk-VDHEZRE2.mjs";
export {
  folderSource
};
