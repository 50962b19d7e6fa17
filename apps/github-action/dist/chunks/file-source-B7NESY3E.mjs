import "./chunk-RYG4IM7R.mjs";
import "./chunk-OAEBQKLJ.mjs";
import "./chunk-FQSW6FWZ.mjs";
import "./chunk-PY7J57ZD.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-7W62LZAT.mjs";
import {
  fileSource
} from "./chunk-EFK2G7RG.mjs";
import "./chunk-QRHBY5KW.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-DL7A4O7B.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-TPS7C5IL.mjs";
export {
  fileSource
};
