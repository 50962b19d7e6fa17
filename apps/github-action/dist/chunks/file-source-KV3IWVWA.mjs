import "./chunk-MHE3V7TQ.mjs";
import "./chunk-Q3LKWUBV.mjs";
import "./chunk-L3YHB52Q.mjs";
import "./chunk-AGSQZ4GE.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-JVBGZFEQ.mjs";
import {
  fileSource
} from "./chunk-2GE3SFSM.mjs";
import "./chunk-E5TVZIPV.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-L7ICSBA5.mjs";
export {
  fileSource
};
