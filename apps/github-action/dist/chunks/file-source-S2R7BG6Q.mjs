import "./chunk-JG2WWWY4.mjs";
import "./chunk-C66ZUHOA.mjs";
import "./chunk-QPR7EM3B.mjs";
import "./chunk-ZLOTK2NO.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-UPMSRL27.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-HBEVWOE3.mjs";
import "./chunk-VJAO2CGK.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import {
  fileSource
} from "./chunk-5AKJHSZM.mjs";
import "./chunk-KAVVE2SD.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-LPHI3OV4.mjs";
import "./chunk-QJUKXC2M.mjs";
export {
  fileSource
};
