/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-timeline-row.h"

#include "base/sf-date.h"
#include "ui/sf-drawn-text.h"
#include "ui/sf-mark.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

#define SMALLER 0.92
#define PAD 14   /* at both ends */
#define AROUND 7 /* above and below the words */
#define GAP 16   /* between the words and the months */
#define FAINT 0.16f
#define DIM 0.75f

typedef enum
{
  ROW_MONTHS,
  ROW_HEADING,
  ROW_ACTION,
} Kind;

struct _SfTimelineRow
{
  GtkWidget parent_instance;

  SfContext *context;
  Kind kind;
  const SfTimeline *timeline;
  char *title;
  char *line;
  char *name;
  SfActionState state;
  gboolean has_bar;
  double start, end;
};

G_DEFINE_FINAL_TYPE (SfTimelineRow, sf_timeline_row, GTK_TYPE_WIDGET)

/* What it is drawn with: the months go from x to x + width. */
typedef struct
{
  SfTimelineRow *self;
  GtkSnapshot *snapshot;
  GdkRGBA colour;
  float x, width, height;
} Canvas;

/* --- words -------------------------------------------------------------------------------------
 */

/* @width: cut off there; (transfer full) @layout */
static void
draw_layout (Canvas *canvas, PangoLayout *layout, float x, float y, float width, float strength)
{
  sf_drawn_text_draw (canvas->snapshot, layout, x, y, width, FALSE, &canvas->colour, strength);
}

/* --- months ------------------------------------------------------------------------------------
 */

static float
get_x (Canvas *canvas, double share)
{
  return canvas->x + (float)share * canvas->width;
}

static void
draw_upright (Canvas *canvas, double share, float width, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (canvas->snapshot, colour,
                             &GRAPHENE_RECT_INIT (get_x (canvas, share) - width / 2, 0, width,
                                                  canvas->height));
}

static gboolean
is_today_shown (Canvas *canvas, const char *today)
{
  return strcmp (today, canvas->self->timeline->first) >= 0
         && strcmp (today, canvas->self->timeline->last) <= 0;
}

static void
draw_grid (Canvas *canvas)
{
  const SfTimeline *timeline = canvas->self->timeline;
  const char *today = sf_context_get_today (canvas->self->context);
  g_autofree char *month = g_strdup (timeline->first);
  GdkRGBA faint = canvas->colour, accent = canvas->colour;

  faint.alpha *= FAINT / 2;
  while (strcmp (month, timeline->last) < 0)
    {
      char *next = sf_date_add_months (month, 1);

      draw_upright (canvas, sf_timeline_get_share (timeline, month), 1, &faint);
      g_free (month);
      month = next;
    }
  if (!is_today_shown (canvas, today))
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (canvas->self)),
                                  "accent_color", &accent);
  draw_upright (canvas, sf_timeline_get_share (timeline, today), 2, &accent);
}

/* "Apr", and in the first month and in January the year beneath. Months that have no room for their
 * name are left unnamed, in an even rhythm. */
static void
draw_months (Canvas *canvas)
{
  const SfTimeline *timeline = canvas->self->timeline;
  g_autofree char *month = g_strdup (timeline->first);
  int line = sf_drawn_text_get_line_height (GTK_WIDGET (canvas->self));
  float one = canvas->width * 30.4f / (float)timeline->days;
  int every = MAX (1, (int)((float)line * 2.2f / MAX (one, 1) + 1));

  for (int n = 0; strcmp (month, timeline->last) < 0; n++)
    {
      g_autoptr (GDateTime) day
          = g_date_time_new_local (atoi (month), atoi (month + 5), 1, 12, 0, 0);
      g_autofree char *word = g_date_time_format (day, "%b");
      g_autofree char *year = g_date_time_format (day, "%Y");
      float x = get_x (canvas, sf_timeline_get_share (timeline, month)) + 3;
      char *next = sf_date_add_months (month, 1);

      if (n % every == 0)
        draw_layout (canvas, sf_drawn_text_new (GTK_WIDGET (canvas->self), word, SMALLER, FALSE), x,
                     AROUND, one * (float)every - 3, 1);
      if (n == 0 || g_str_has_suffix (month, "-01-01"))
        draw_layout (canvas, sf_drawn_text_new (GTK_WIDGET (canvas->self), year, SMALLER, TRUE), x,
                     AROUND + (float)line, one * 3, DIM);
      g_free (month);
      month = next;
    }
}

/* Where the next year is written, which the word for today leaves free. */
static float
find_next_year (Canvas *canvas, const char *today)
{
  g_autofree char *january = g_strdup_printf ("%04d-01-01", atoi (today) + 1);

  return get_x (canvas, sf_timeline_get_share (canvas->self->timeline, january));
}

/* The word for the line through all rows, beneath the months. */
static void
draw_today (Canvas *canvas)
{
  const char *today = sf_context_get_today (canvas->self->context);
  PangoLayout *layout;
  int width, line = sf_drawn_text_get_line_height (GTK_WIDGET (canvas->self));
  float x;

  if (!is_today_shown (canvas, today))
    return;
  layout = sf_drawn_text_new (GTK_WIDGET (canvas->self), _ ("Today"), SMALLER, TRUE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  x = get_x (canvas, sf_timeline_get_share (canvas->self->timeline, today));
  if (x + (float)width + 8 > find_next_year (canvas, today))
    x -= (float)width + 10;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (canvas->self)),
                                  "accent_color", &canvas->colour);
  draw_layout (canvas, layout, x + 5, AROUND + (float)line, (float)width + 2, 1);
}

/* --- a bar ---------------------------------------------------------------------------------------
 */

static GdkRGBA
find_tone (Canvas *canvas)
{
  static const char *const names[] = { [SF_TONE_BEST] = "success_color",
                                       [SF_TONE_GOOD] = "accent_color",
                                       [SF_TONE_WARN] = "warning_color",
                                       [SF_TONE_POOR] = "error_color" };
  SfTone tone = sf_mark_tone_of_action (canvas->self->state);
  GdkRGBA colour = canvas->colour;

  if (tone != SF_TONE_NONE)
    gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (canvas->self)),
                                    names[tone], &colour);
  return colour;
}

/* What has not begun and what was dropped is an outline; what is late goes on to today, thin. */
static void
draw_bar (Canvas *canvas)
{
  SfTimelineRow *self = canvas->self;
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA colour = find_tone (canvas), ground = colour;
  float high = canvas->height * 0.36f, size = canvas->height * 0.36f;
  float from = get_x (canvas, self->start), to = get_x (canvas, self->end);
  float y = (canvas->height - high) / 2;
  gboolean outline = self->state == SF_ACTION_NOT_BEGUN || self->state == SF_ACTION_DROPPED;
  GskRoundedRect rounded;

  if (self->state == SF_ACTION_LATE)
    {
      const char *today = sf_context_get_today (self->context);
      float now = get_x (canvas, sf_timeline_get_share (self->timeline, today));

      gtk_snapshot_append_color (canvas->snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (to, canvas->height / 2 - 1, MAX (now - to, 0),
                                                      2));
    }
  from = MIN (from, to - high);
  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (from, y, to - from, high),
                                   high / 3);
  ground.alpha *= outline ? 0.06f : 0.38f;
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &rounded);
  gtk_snapshot_append_color (canvas->snapshot, &ground, &rounded.bounds);
  gtk_snapshot_pop (canvas->snapshot);
  gtk_snapshot_append_border (canvas->snapshot, &rounded, widths,
                              (GdkRGBA[4]){ colour, colour, colour, colour });
  /* the mark at its end, on a ground of its own so that nothing shines through */
  sf_mark_snapshot (canvas->snapshot, sf_mark_shape_of_action (self->state),
                    &GRAPHENE_RECT_INIT (to - size * 0.95f, (canvas->height - size * 0.8f) / 2,
                                         size * 0.8f, size * 0.8f),
                    &canvas->colour);
}

static void
draw_words (Canvas *canvas)
{
  SfTimelineRow *self = canvas->self;
  int line = sf_drawn_text_get_line_height (GTK_WIDGET (self));
  GdkRGBA tone = find_tone (canvas), plain = canvas->colour;
  float size = (float)line * 0.6f, y = AROUND + (float)line + 1;
  float room = canvas->x - PAD - GAP;

  draw_layout (canvas, sf_drawn_text_new (GTK_WIDGET (self), self->title, 1, TRUE), PAD, AROUND,
               room, 1);
  sf_mark_snapshot (canvas->snapshot, sf_mark_shape_of_action (self->state),
                    &GRAPHENE_RECT_INIT (PAD, y + (float)line * 0.17f, size, size), &tone);
  canvas->colour = plain;
  draw_layout (canvas, sf_drawn_text_new (GTK_WIDGET (self), self->line, SMALLER, FALSE),
               PAD + size + 6, y,
               self->has_bar ? room - size - 6
                             : (float)gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD - size - 6,
               DIM);
}

/* --- the widget ----------------------------------------------------------------------------------
 */

static void
sf_timeline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfTimelineRow *self = SF_TIMELINE_ROW (widget);
  float width = (float)gtk_widget_get_width (widget);
  Canvas canvas = { .self = self, .snapshot = snapshot };

  canvas.height = (float)gtk_widget_get_height (widget);
  canvas.x = (float)(int)(width * 0.36f);
  canvas.width = width - canvas.x - PAD;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &canvas.colour);
  if (self->timeline != NULL && (self->kind == ROW_MONTHS || self->has_bar))
    draw_grid (&canvas);
  switch (self->kind)
    {
    case ROW_MONTHS:
      draw_months (&canvas);
      draw_today (&canvas);
      break;
    case ROW_HEADING:
      draw_layout (&canvas, sf_drawn_text_new (GTK_WIDGET (self), self->title, 1, TRUE), PAD,
                   AROUND, width - 2 * PAD, 1);
      break;
    case ROW_ACTION:
    default:
      if (self->has_bar)
        draw_bar (&canvas);
      draw_words (&canvas);
      break;
    }
}

static void
sf_timeline_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SfTimelineRow *self = SF_TIMELINE_ROW (widget);
  int line = sf_drawn_text_get_line_height (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 240;
  else
    *minimum = *natural = (self->kind == ROW_HEADING ? line : 2 * line + 1) + 2 * AROUND;
}

static void
set_text (SfTimelineRow *self, Kind kind, const char *title, const char *line, const char *name)
{
  if (self->kind != kind)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->kind = kind;
  sf_string_set (&self->title, title);
  sf_string_set (&self->line, line);
  sf_string_set (&self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), kind == ROW_ACTION ? name : NULL);
  if (kind == ROW_HEADING)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sf_timeline_row_set_months (SfTimelineRow *self, const SfTimeline *timeline)
{
  g_return_if_fail (SF_IS_TIMELINE_ROW (self));

  self->timeline = timeline;
  set_text (self, ROW_MONTHS, NULL, NULL, NULL);
}

void
sf_timeline_row_set_heading (SfTimelineRow *self, const char *title)
{
  g_return_if_fail (SF_IS_TIMELINE_ROW (self));

  self->timeline = NULL;
  self->has_bar = FALSE;
  set_text (self, ROW_HEADING, title, NULL, title);
}

void
sf_timeline_row_set_action (SfTimelineRow *self, const SfTimeline *timeline, SfAction *action)
{
  SfModel *model;
  const char *today;
  g_autofree char *line = NULL, *name = NULL;

  g_return_if_fail (SF_IS_TIMELINE_ROW (self));

  model = sf_context_get_model (self->context);
  today = sf_context_get_today (self->context);
  line = sf_action_state_to_text (model, action, today);
  name = sf_timeline_action_to_text (model, action, today);
  self->timeline = timeline;
  self->state = sf_action_get_state (model, action, today);
  self->has_bar = sf_timeline_place (timeline, action, &self->start, &self->end);
  set_text (self, ROW_ACTION, sf_action_get_title (action), line, name);
}

const char *
sf_timeline_row_get_name (SfTimelineRow *self)
{
  g_return_val_if_fail (SF_IS_TIMELINE_ROW (self), NULL);

  return self->name;
}

static void
sf_timeline_row_finalize (GObject *object)
{
  SfTimelineRow *self = SF_TIMELINE_ROW (object);

  g_clear_object (&self->context);
  g_free (self->title);
  g_free (self->line);
  g_free (self->name);
  G_OBJECT_CLASS (sf_timeline_row_parent_class)->finalize (object);
}

static void
sf_timeline_row_class_init (SfTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_timeline_row_finalize;
  widget_class->measure = sf_timeline_row_measure;
  widget_class->snapshot = sf_timeline_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sf-timeline-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_timeline_row_init (SfTimelineRow *self)
{
}

GtkWidget *
sf_timeline_row_new (SfContext *context)
{
  SfTimelineRow *self = g_object_new (SF_TYPE_TIMELINE_ROW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
