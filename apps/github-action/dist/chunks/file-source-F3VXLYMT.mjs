import {
  fileSource
} from "./chunk-NXY2X6YV.mjs";
import "./chunk-HOJYEP5G.mjs";
import "./chunk-PPK7IWEZ.mjs";
import "./chunk-OWRSBOWE.mjs";
import "./chunk-7XZP3CI4.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-2QGQO2XS.mjs";
import "./chunk-QW5FMHBD.mjs";
import "./chunk-NEBSY3YS.mjs";
export {
  fileSource
};
