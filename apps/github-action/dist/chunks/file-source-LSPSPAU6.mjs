import "./chunk-27C5ODFQ.mjs";
import "./chunk-FX2HRTVL.mjs";
import "./chunk-WRDRSUHD.mjs";
import "./chunk-57QLO244.mjs";
import "./chunk-JLAISUVK.mjs";
import "./chunk-3SLXK6ER.mjs";
import {
  fileSource
} from "./chunk-476GYP3U.mjs";
import "./chunk-5XEMXBPH.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-ZK24KKFT.mjs";
export {
  fileSource
};
