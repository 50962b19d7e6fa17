import {
  abejaHost
} from "./chunk-ZBIQAAHO.mjs";
import "./chunk-QC4JY3R2.mjs";
import "./chunk-MBTOKTTI.mjs";
import "./chunk-XKRTO2CY.mjs";
export {
  abejaHost
};
