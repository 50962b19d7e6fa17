import "./chunk-7ZOG52F4.mjs";
import "./chunk-AO6G3LFQ.mjs";
import "./chunk-RVNQXJQD.mjs";
import "./chunk-FN2S36O4.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-M3S3YIUR.mjs";
import {
  fileSource
} from "./chunk-JVMQINRW.mjs";
import "./chunk-3CHAJEXB.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-DL7A4O7B.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-EZY26TJJ.mjs";
export {
  fileSource
};
