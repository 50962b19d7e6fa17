import {
  abejaHost
} from "./chunk-YW56S2TT.mjs";
import "./chunk-GQT7H54P.mjs";
import "./chunk-7NDWKY27.mjs";
import "./chunk-MIXEX6VU.mjs";
export {
  abejaHost
};
