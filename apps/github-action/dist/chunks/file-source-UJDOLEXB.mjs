import "./chunk-SHKPWI5G.mjs";
import "./chunk-CCSMZVND.mjs";
import "./chunk-IYRSF7NV.mjs";
import "./chunk-DG3EWMEQ.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-MQ7BGYTQ.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-LBUAIZBS.mjs";
import "./chunk-ZTPWSH6Y.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import {
  fileSource
} from "./chunk-V2JIDL3K.mjs";
import "./chunk-IBLPVGLI.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-THHNOTRZ.mjs";
import "./chunk-XU2UWZ46.mjs";
export {
  fileSource
};
