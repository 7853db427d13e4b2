-- A rendition may be a part of its picture, cut around its focal point: "40,65", or '' for the whole picture.
alter table picture_renditions add column crop text not null default '';
alter table picture_renditions drop constraint picture_renditions_pkey;
alter table picture_renditions add primary key (sha256, width, format, crop);
