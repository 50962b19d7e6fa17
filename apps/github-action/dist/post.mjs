import {
  runPost
} from "./chunks/chunk-ACN4OMOE.mjs";

// action:post
await runPost();
