/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-record-row.h"

#include "ui/sf-drawn-text.h"

#define MOST_LINES 3 /* of a title: one with a paragraph does not push the others out of sight */
#define SMALLER 0.92 /* letters of the line beneath */
#define DIM 0.8f
#define LEADING 2
#define GAP 12     /* between words and chip */
#define MARK_GAP 5 /* between a mark and its word */
#define MARK 0.62f /* of the height of a line */
#define LEAST 6    /* heights of a line that the words need beside a chip */

struct _SfRecordRow
{
  GtkWidget parent_instance;

  SfRecordText text;
  /* laid out for a width; -1: not laid out */
  int width;
  int line; /* 0: not measured */
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *word;
  int title_height;
  int words_height; /* of title and subtitle */
  int word_width;
  int word_height;
  int words_width;
  gboolean beneath; /* the chip has a line of its own */
};

G_DEFINE_FINAL_TYPE (SfRecordRow, sf_record_row, GTK_TYPE_WIDGET)

void
sf_record_text_clear (SfRecordText *text)
{
  g_clear_pointer (&text->title, g_free);
  g_clear_pointer (&text->subtitle, g_free);
  g_clear_pointer (&text->chip, g_free);
  *text = (SfRecordText){ 0 };
}

/* --- laying out ---------------------------------------------------------------------------------
 */

static void
forget_layout (SfRecordRow *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->word);
  self->width = -1;
  self->line = 0;
}

static int
lay_out_text (SfRecordRow *self, PangoLayout **layout, const char *text, gboolean bold, int lines)
{
  int height;

  if (*layout == NULL)
    {
      *layout = sf_drawn_text_new (GTK_WIDGET (self), text, bold ? 1 : SMALLER, bold);
      pango_layout_set_single_paragraph_mode (*layout, FALSE);
    }
  sf_drawn_text_wrap (*layout, self->words_width, lines);
  pango_layout_get_pixel_size (*layout, NULL, &height);
  return height;
}

static void
lay_out_chip (SfRecordRow *self)
{
  self->word_width = self->word_height = 0;
  if (self->text.chip == NULL)
    return;
  if (self->word == NULL)
    self->word = sf_drawn_text_new (GTK_WIDGET (self), self->text.chip, 1, TRUE);
  pango_layout_get_pixel_size (self->word, &self->word_width, &self->word_height);
}

static int
get_mark_room (SfRecordRow *self)
{
  return self->text.shape != SF_SHAPE_NONE ? (int)((float)self->line * MARK) + MARK_GAP : 0;
}

static void
lay_out (SfRecordRow *self, int width)
{
  int chip;

  if (width == self->width)
    return;
  if (self->line == 0)
    self->line = sf_drawn_text_get_line_height (GTK_WIDGET (self));
  if (self->width < 0)
    lay_out_chip (self);
  self->width = width;
  chip = self->text.chip != NULL ? self->word_width + get_mark_room (self) + GAP : 0;
  self->beneath = chip > 0 && width - chip < LEAST * self->line;
  self->words_width = MAX (self->beneath ? width : width - chip, 1);
  self->title_height = lay_out_text (self, &self->title, self->text.title, TRUE, MOST_LINES);
  self->words_height = self->title_height;
  if (self->text.subtitle != NULL)
    self->words_height
        += LEADING + lay_out_text (self, &self->subtitle, self->text.subtitle, FALSE, MOST_LINES);
}

static int
get_height (SfRecordRow *self)
{
  return self->beneath ? self->words_height + LEADING + self->word_height
                       : MAX (self->words_height, self->word_height);
}

static void
sf_record_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SfRecordRow *self = SF_RECORD_ROW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (self->line == 0)
    self->line = sf_drawn_text_get_line_height (widget);
  *minimum = *natural = LEAST * self->line;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->text.title == NULL)
    return;
  if (for_size >= 0)
    lay_out (self, for_size);
  /* asked without a width, it need not be laid out for one that it will not have */
  *minimum = *natural = self->width >= 0 ? get_height (self) : 2 * self->line;
}

static GtkSizeRequestMode
sf_record_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- drawing ------------------------------------------------------------------------------------
 */

typedef struct
{
  SfRecordRow *self;
  GtkSnapshot *snapshot;
  GdkRGBA colour;
  gboolean mirrored;
} Canvas;

static float
place (const Canvas *canvas, int x, int width)
{
  return (float)(canvas->mirrored ? canvas->self->width - x - width : x);
}

static void
draw_text (const Canvas *canvas, PangoLayout *layout, int y, float strength)
{
  sf_drawn_text_draw (canvas->snapshot, g_object_ref (layout),
                      place (canvas, 0, canvas->self->words_width), (float)y,
                      (float)canvas->self->words_width, canvas->mirrored, &canvas->colour,
                      strength);
}

static void
draw_chip (const Canvas *canvas, int y)
{
  SfRecordRow *self = canvas->self;
  int room = get_mark_room (self), size = room - MARK_GAP;
  int x = self->beneath ? 0 : self->width - self->word_width - room;
  GdkRGBA colour = canvas->colour;

  sf_mark_mix_tone (&colour, self->text.tone);
  if (room > 0)
    sf_mark_snapshot (canvas->snapshot, self->text.shape,
                      &GRAPHENE_RECT_INIT (place (canvas, x, size),
                                           (float)(y + (self->word_height - size) / 2), (float)size,
                                           (float)size),
                      &colour);
  sf_drawn_text_draw (canvas->snapshot, g_object_ref (self->word),
                      place (canvas, x + room, self->word_width), (float)y,
                      (float)self->word_width + 1, canvas->mirrored, &colour, 1);
}

static void
sf_record_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfRecordRow *self = SF_RECORD_ROW (widget);
  Canvas canvas = { .self = self, .snapshot = snapshot };
  int height = gtk_widget_get_height (widget), y;

  if (self->text.title == NULL)
    return;
  lay_out (self, gtk_widget_get_width (widget));
  canvas.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &canvas.colour);
  y = (height - (self->beneath ? get_height (self) : self->words_height)) / 2;
  draw_text (&canvas, self->title, y, 1);
  if (self->subtitle != NULL)
    draw_text (&canvas, self->subtitle, y + self->title_height + LEADING, DIM);
  if (self->word != NULL)
    draw_chip (&canvas,
               self->beneath ? y + self->words_height + LEADING : (height - self->word_height) / 2);
}

/* --- what it says -------------------------------------------------------------------------------
 */

static gboolean
same_words (const SfRecordText *a, const SfRecordText *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->subtitle, b->subtitle) == 0
         && g_strcmp0 (a->chip, b->chip) == 0 && a->shape == b->shape;
}

void
sf_record_row_set_text (SfRecordRow *self, SfRecordText *text)
{
  g_return_if_fail (SF_IS_RECORD_ROW (self));
  g_return_if_fail (text->title != NULL);

  if (!same_words (&self->text, text))
    {
      forget_layout (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else if (self->text.tone != text->tone)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  sf_record_text_clear (&self->text);
  self->text = *text;
  *text = (SfRecordText){ 0 };
}

/* --- the object ---------------------------------------------------------------------------------
 */

/* The letters may be others. */
static void
sf_record_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  forget_layout (SF_RECORD_ROW (widget));
  GTK_WIDGET_CLASS (sf_record_row_parent_class)->css_changed (widget, change);
}

static void
sf_record_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  forget_layout (SF_RECORD_ROW (widget));
  GTK_WIDGET_CLASS (sf_record_row_parent_class)->system_setting_changed (widget, setting);
}

static void
sf_record_row_finalize (GObject *object)
{
  SfRecordRow *self = SF_RECORD_ROW (object);

  forget_layout (self);
  sf_record_text_clear (&self->text);
  G_OBJECT_CLASS (sf_record_row_parent_class)->finalize (object);
}

static void
sf_record_row_class_init (SfRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_record_row_finalize;
  widget_class->measure = sf_record_row_measure;
  widget_class->get_request_mode = sf_record_row_get_request_mode;
  widget_class->snapshot = sf_record_row_snapshot;
  widget_class->css_changed = sf_record_row_css_changed;
  widget_class->system_setting_changed = sf_record_row_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "sf-record-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_record_row_init (SfRecordRow *self)
{
  self->width = -1;
}

GtkWidget *
sf_record_row_new (void)
{
  return g_object_new (SF_TYPE_RECORD_ROW, NULL);
}
