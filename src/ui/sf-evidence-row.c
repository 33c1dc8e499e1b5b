/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-row.h"

#include "ui/sf-drawn-text.h"

#define PICTURE 52   /* the least side of a picture, in pixels; it grows with the letters */
#define ICON 24      /* of an icon in a picture of that side */
#define GAP 12       /* between picture and words */
#define LEADING 2    /* between lines */
#define SMALLER 0.92 /* letters of the lines under the title */
#define LEAST_WIDTH 160
#define DIM 0.75f
#define FRAME 0.18f
#define ENDING 0.68 /* letters of a file's ending, at most */

struct _SfEvidenceRow
{
  GtkWidget parent_instance;

  SfThumbnails *thumbnails;
  GtkWidget *gauge;
  SfEvidenceText text;
  char *excerpt;
  PangoAttrList *bold; /* of the excerpt */
  gboolean wants_excerpt;
  gboolean passed_over; /* when it was to be drawn the last time */
};

G_DEFINE_FINAL_TYPE (SfEvidenceRow, sf_evidence_row, GTK_TYPE_WIDGET)

static guint excerpt_wanted_signal;

/* --- how high -----------------------------------------------------------------------------------
 */

/* The lines of a font, measured once for all rows of a list. */
typedef struct
{
  PangoFontDescription *font;
  double resolution;
  int line;
} Gauge;

static void
gauge_free (gpointer data)
{
  Gauge *gauge = data;

  pango_font_description_free (gauge->font);
  g_free (gauge);
}

static int
measure_line (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);
  Gauge *gauge = g_object_get_data (G_OBJECT (widget), "sf-gauge");

  if (gauge != NULL && !(gauge->resolution < resolution) && !(gauge->resolution > resolution)
      && pango_font_description_equal (gauge->font, font))
    return gauge->line;
  gauge = g_new0 (Gauge, 1);
  gauge->font = pango_font_description_copy (font);
  gauge->resolution = resolution;
  gauge->line = sf_drawn_text_get_line_height (widget);
  g_object_set_data_full (G_OBJECT (widget), "sf-gauge", gauge, gauge_free);
  return gauge->line;
}

static int
get_small_line (int line)
{
  return (int)(line * SMALLER + 0.5);
}

static int
get_words_height (int line)
{
  return line + 2 * get_small_line (line) + 2 * LEADING;
}

/* Of the picture, either way: an ending has room beneath an icon in large letters, too. */
static int
get_side (int line)
{
  return MAX (PICTURE, MIN (2 * line, get_words_height (line)));
}

static void
sf_evidence_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int line = measure_line (SF_EVIDENCE_ROW (widget)->gauge);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = MAX (get_side (line), get_words_height (line));
}

/* --- drawing ------------------------------------------------------------------------------------
 */

/* What a part of the row is drawn with: x counts from where reading begins. */
typedef struct
{
  SfEvidenceRow *self;
  GtkSnapshot *snapshot;
  GdkRGBA colour;
  float width;
  float side; /* of the picture */
  gboolean mirrored;
} Canvas;

static float
place (const Canvas *canvas, float x, float width)
{
  return canvas->mirrored ? canvas->width - x - width : x;
}

static PangoLayout *
create_layout (Canvas *canvas, const char *text, double scale, gboolean bold)
{
  return sf_drawn_text_new (GTK_WIDGET (canvas->self), text, scale, bold);
}

/* A text of the other direction stands by its picture, too; (transfer full) @layout */
static void
draw_layout (Canvas *canvas, PangoLayout *layout, float x, float y, float width, float strength)
{
  sf_drawn_text_draw (canvas->snapshot, layout, place (canvas, x, MAX (width, 1)), y, width,
                      canvas->mirrored, &canvas->colour, strength);
}

static GskRoundedRect
round_picture (Canvas *canvas, float y)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (place (canvas, 0, canvas->side), y,
                                                        canvas->side, canvas->side),
                                   6);
  return rounded;
}

/* White paper on a white page would have no edge. */
static void
draw_frame (Canvas *canvas, const GskRoundedRect *rounded)
{
  const float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA colour = canvas->colour;

  colour.alpha *= FRAME;
  gtk_snapshot_append_border (canvas->snapshot, rounded, widths,
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

/* The middle of a picture fills the square. */
static void
draw_texture (Canvas *canvas, GdkTexture *texture, float y)
{
  GskRoundedRect rounded = round_picture (canvas, y);
  float width = (float)gdk_texture_get_width (texture);
  float height = (float)gdk_texture_get_height (texture);
  float factor = canvas->side / MIN (width, height);

  gtk_snapshot_push_rounded_clip (canvas->snapshot, &rounded);
  gtk_snapshot_append_color (canvas->snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &rounded.bounds);
  /* of a page the top is what is known again */
  gtk_snapshot_append_texture (canvas->snapshot, texture,
                               &GRAPHENE_RECT_INIT (rounded.bounds.origin.x
                                                        - (width * factor - canvas->side) / 2,
                                                    rounded.bounds.origin.y, width * factor,
                                                    height * factor));
  gtk_snapshot_pop (canvas->snapshot);
  draw_frame (canvas, &rounded);
}

static void
draw_ending (Canvas *canvas, const char *ending, float y)
{
  PangoLayout *layout = create_layout (canvas, ending, ENDING, TRUE);
  int width, height, room = (int)canvas->side - 6;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    {
      g_object_unref (layout);
      layout = create_layout (canvas, ending, ENDING * room / width, TRUE);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  draw_layout (canvas, layout, MAX (2, (canvas->side - (float)width) / 2),
               y + canvas->side - (float)height - 3, (float)width + 1, DIM);
}

static void
draw_icon (Canvas *canvas, float y)
{
  SfEvidenceRow *self = canvas->self;
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  float size = (float)(int)(canvas->side * ICON / PICTURE);
  float above = (canvas->side - size) / 2;
  g_autoptr (GtkIconPaintable) icon
      = gtk_icon_theme_lookup_icon (theme, self->text.icon, NULL, (int)size,
                                    gtk_widget_get_scale_factor (widget),
                                    gtk_widget_get_direction (widget), 0);
  GskRoundedRect rounded = round_picture (canvas, y);
  GdkRGBA colour = canvas->colour, ground = canvas->colour;

  ground.alpha *= 0.07f;
  colour.alpha *= DIM;
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &rounded);
  gtk_snapshot_append_color (canvas->snapshot, &ground, &rounded.bounds);
  gtk_snapshot_pop (canvas->snapshot);
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot,
                          &GRAPHENE_POINT_INIT (rounded.bounds.origin.x + above,
                                                rounded.bounds.origin.y
                                                    + (self->text.ending != NULL ? above * 4 / 7
                                                                                 : above)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), canvas->snapshot, size,
                                            size, &colour, 1);
  gtk_snapshot_restore (canvas->snapshot);
  if (self->text.ending != NULL)
    draw_ending (canvas, self->text.ending, y);
}

static void
draw_picture (Canvas *canvas, float y)
{
  SfEvidenceRow *self = canvas->self;
  GdkTexture *texture
      = self->text.digest != NULL ? sf_thumbnails_get (self->thumbnails, self->text.digest) : NULL;

  if (texture != NULL)
    draw_texture (canvas, texture, y);
  else
    draw_icon (canvas, y);
}

/* A shape and its word at the end of the line; returns: where it begins */
static float
draw_mark (Canvas *canvas, guint n, float end, float y, int line)
{
  SfEvidenceText *text = &canvas->self->text;
  PangoLayout *layout = create_layout (canvas, text->marks[n].word, SMALLER, FALSE);
  Canvas coloured = *canvas;
  float size = (float)line * 0.62f;
  int width, height;

  sf_mark_mix_tone (&coloured.colour, text->marks[n].tone);
  pango_layout_get_pixel_size (layout, &width, &height);
  draw_layout (&coloured, layout, end - (float)width - 1, y, (float)width + 1, 1);
  sf_mark_snapshot (canvas->snapshot, text->marks[n].shape,
                    &GRAPHENE_RECT_INIT (place (canvas, end - (float)width - 1 - size - 4, size),
                                         y + ((float)height - size) / 2, size, size),
                    &coloured.colour);
  return end - (float)width - 1 - size - 4;
}

static float
draw_unused (Canvas *canvas, float x, float y, int line)
{
  float size = (float)line * 0.62f;
  GdkRGBA colour = canvas->colour;

  colour.alpha *= DIM;
  sf_mark_snapshot (canvas->snapshot, SF_SHAPE_DOTTED_RING,
                    &GRAPHENE_RECT_INIT (place (canvas, x, size),
                                         y + ((float)get_small_line (line) - size) / 2, size, size),
                    &colour);
  return x + size + 4;
}

static void
draw_words (Canvas *canvas)
{
  SfEvidenceRow *self = canvas->self;
  int line = measure_line (self->gauge);
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float x = canvas->side + GAP, end = canvas->width;
  float y = (float)(int)((height - (float)get_words_height (line)) / 2);
  PangoLayout *second
      = create_layout (canvas, self->excerpt != NULL ? self->excerpt : self->text.line, SMALLER,
                       FALSE);

  draw_layout (canvas, create_layout (canvas, self->text.title, 1, TRUE), x, y, end - x, 1);
  y += (float)(line + LEADING);
  if (self->excerpt != NULL)
    pango_layout_set_attributes (second, self->bold);
  draw_layout (canvas, second, x, y, end - x, self->excerpt != NULL ? 1 : DIM);
  y += (float)(get_small_line (line) + LEADING);
  for (guint i = self->text.n_marks; i > 0; i--)
    end = draw_mark (canvas, i - 1, end, y, line) - 10;
  if (self->text.unused)
    x = draw_unused (canvas, x, y, line);
  if (end > x + 24)
    draw_layout (canvas, create_layout (canvas, self->text.use, SMALLER, FALSE), x, y, end - x,
                 DIM);
}

/* GTK draws all rows that there are, some two hundred. Those more than a page away from what is
 * seen are passed over until they come nearer. */
static gboolean
is_near (SfEvidenceRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *view = item != NULL ? gtk_widget_get_parent (item) : NULL;
  GtkAllocation place;
  int page;

  if (view == NULL)
    return TRUE;
  gtk_widget_get_allocation (item, &place);
  page = gtk_widget_get_height (view);
  return place.y + place.height > -page && place.y < 2 * page;
}

void
sf_evidence_row_scrolled (SfEvidenceRow *self)
{
  if (self->passed_over)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sf_evidence_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfEvidenceRow *self = SF_EVIDENCE_ROW (widget);
  Canvas canvas = { .self = self, .snapshot = snapshot };

  self->passed_over = !is_near (self);
  if (self->text.title == NULL || self->passed_over)
    return;
  canvas.width = (float)gtk_widget_get_width (widget);
  canvas.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &canvas.colour);
  canvas.side = (float)get_side (measure_line (self->gauge));
  draw_picture (&canvas, (float)(int)(((float)gtk_widget_get_height (widget) - canvas.side) / 2));
  draw_words (&canvas);
  if (self->wants_excerpt)
    {
      self->wants_excerpt = FALSE;
      g_signal_emit (self, excerpt_wanted_signal, 0);
    }
}

/* --- what it says -------------------------------------------------------------------------------
 */

void
sf_evidence_row_set_text (SfEvidenceRow *self, SfEvidenceText *text)
{
  g_return_if_fail (SF_IS_EVIDENCE_ROW (self));

  sf_evidence_text_clear (&self->text);
  self->text = *text;
  memset (text, 0, sizeof *text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
sf_evidence_row_get_digest (SfEvidenceRow *self)
{
  return self->text.digest;
}

void
sf_evidence_row_want_excerpt (SfEvidenceRow *self, gboolean wanted)
{
  g_return_if_fail (SF_IS_EVIDENCE_ROW (self));

  self->wants_excerpt = wanted;
  if (wanted)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sf_evidence_row_set_excerpt (SfEvidenceRow *self,
                             const char *excerpt,
                             const SfSearchRange *ranges,
                             guint n_ranges)
{
  g_return_if_fail (SF_IS_EVIDENCE_ROW (self));

  if (excerpt == NULL && self->excerpt == NULL)
    return;
  g_free (self->excerpt);
  g_clear_pointer (&self->bold, pango_attr_list_unref);
  self->excerpt = g_strdup (excerpt);
  self->bold = pango_attr_list_new ();
  pango_attr_list_insert (self->bold, pango_attr_scale_new (SMALLER));
  for (guint i = 0; i < n_ranges; i++)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->start_index = ranges[i].start;
      weight->end_index = ranges[i].end;
      pango_attr_list_insert (self->bold, weight);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_row_finalize (GObject *object)
{
  SfEvidenceRow *self = SF_EVIDENCE_ROW (object);

  sf_evidence_text_clear (&self->text);
  g_clear_pointer (&self->bold, pango_attr_list_unref);
  g_free (self->excerpt);
  g_clear_object (&self->thumbnails);
  G_OBJECT_CLASS (sf_evidence_row_parent_class)->finalize (object);
}

static void
sf_evidence_row_class_init (SfEvidenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_evidence_row_finalize;
  widget_class->measure = sf_evidence_row_measure;
  widget_class->snapshot = sf_evidence_row_snapshot;
  excerpt_wanted_signal = g_signal_new ("excerpt-wanted", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "sf-evidence-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_evidence_row_init (SfEvidenceRow *self)
{
}

GtkWidget *
sf_evidence_row_new (SfThumbnails *thumbnails, GtkWidget *gauge)
{
  SfEvidenceRow *self = g_object_new (SF_TYPE_EVIDENCE_ROW, NULL);

  self->thumbnails = g_object_ref (thumbnails);
  self->gauge = gauge;
  return GTK_WIDGET (self);
}
