import {
  abejaHost
} from "./chunk-PQF5EQ3T.mjs";
import "./chunk-YFLML42W.mjs";
import "./chunk-CGMVOCF4.mjs";
import "./chunk-TDI5WZGB.mjs";
export {
  abejaHost
};
