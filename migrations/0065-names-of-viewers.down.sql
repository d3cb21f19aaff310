drop view viewer_names;
