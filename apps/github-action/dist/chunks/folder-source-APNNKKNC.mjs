import {
  folderSource
} from "./chunk-URGMEQHH.mjs";
import "./chunk-7VWMCMFE.mjs";
import "./chunk-ZQG7E6ZY.mjs";
import "./chunk-2GHU2AGB.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-TR7BCBQ2.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-XXQDN5SS.mjs";
import "./chunk-SDULBRAQ.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-U6YE5LPK.mjs";
import "./chunk-ZNWXSM4B.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-YAF5Y5KI.mjs";
import "./chunk-ACN4OMOE.mjs";
export {
  folderSource
};
