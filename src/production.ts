// Libraries check less of what we hand them where NODE_ENV says «production»; nothing of ours asks for it. Has to be the
// first import of a process.
process.env.NODE_ENV ??= "production";
