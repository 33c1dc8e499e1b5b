/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-cell.h"

#include "ui/sf-string.h"

struct _SfCell
{
  GtkWidget parent_instance;

  SfCellKind kind;
  guint chars;
  guint lines;
  guint row;
  guint column;
  char *text;
  char *wanted;
  PangoLayout *layout; /* of the text; %NULL until it is needed */
  GtkWidget *editor;
};

G_DEFINE_FINAL_TYPE (SfCell, sf_cell, GTK_TYPE_WIDGET)

static const char *
get_shown (SfCell *self)
{
  return *self->text == '\0' && self->wanted != NULL ? self->wanted : self->text;
}

static PangoLayout *
ensure_layout (SfCell *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_shown (self));
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (self->layout, -(int)self->lines);
      pango_layout_set_alignment (self->layout,
                                  self->chars == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
  return self->layout;
}

static int
measure_width (SfCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  if (self->chars > 0)
    return width * (int)self->chars;
  pango_layout_set_width (ensure_layout (self), -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

static int
measure_height (SfCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height * (int)self->lines;
}

static void
sf_cell_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  SfCell *self = SF_CELL (widget);

  *minimum = *natural
      = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self) : measure_height (self);
  *minimum_baseline = *natural_baseline = -1;
}

static void
sf_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfCell *self = SF_CELL (widget);

  if (self->editor != NULL)
    {
      int minimum, natural;

      gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                          NULL);
      gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL,
                          NULL);
      gtk_widget_allocate (self->editor, width, MAX (height, minimum), -1, NULL);
    }
}

static void
sf_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfCell *self = SF_CELL (widget);
  PangoLayout *layout = ensure_layout (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int text_height;
  GdkRGBA colour;

  if (self->editor != NULL)
    {
      gtk_widget_snapshot_child (widget, self->editor, snapshot);
      return;
    }
  if (*get_shown (self) == '\0')
    return;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  /* headings stand on what they are of */
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float)(self->kind == SF_CELL_HEADING
                                                               ? height - text_height
                                                               : (height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Another type: what was laid out is of the old one. */
static void
sf_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sf_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&SF_CELL (widget)->layout);
}

static void
sf_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sf_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&SF_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

gboolean
sf_cell_set_text (SfCell *self, const char *text)
{
  g_return_val_if_fail (SF_IS_CELL (self), FALSE);

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return FALSE;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  if (self->chars == 0)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

gboolean
sf_cell_set_wanted (SfCell *self, const char *wanted)
{
  g_return_val_if_fail (SF_IS_CELL (self), FALSE);

  if (!sf_string_set (&self->wanted, wanted))
    return FALSE;
  if (wanted != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wanted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wanted");
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

const char *
sf_cell_get_wanted (SfCell *self)
{
  g_return_val_if_fail (SF_IS_CELL (self), NULL);

  return self->wanted;
}

const char *
sf_cell_get_text (SfCell *self)
{
  g_return_val_if_fail (SF_IS_CELL (self), "");

  return self->text;
}

guint
sf_cell_get_row (SfCell *self)
{
  g_return_val_if_fail (SF_IS_CELL (self), 0);

  return self->row;
}

guint
sf_cell_get_column (SfCell *self)
{
  g_return_val_if_fail (SF_IS_CELL (self), 0);

  return self->column;
}

void
sf_cell_set_editor (SfCell *self, GtkWidget *editor)
{
  g_return_if_fail (SF_IS_CELL (self));

  if (self->editor == editor)
    return;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->editor = editor;
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sf_cell_dispose (GObject *object)
{
  SfCell *self = SF_CELL (object);

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (sf_cell_parent_class)->dispose (object);
}

static void
sf_cell_finalize (GObject *object)
{
  g_free (SF_CELL (object)->text);
  g_free (SF_CELL (object)->wanted);
  G_OBJECT_CLASS (sf_cell_parent_class)->finalize (object);
}

static void
sf_cell_class_init (SfCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_cell_finalize;
  widget_class->measure = sf_cell_measure;
  widget_class->size_allocate = sf_cell_size_allocate;
  widget_class->snapshot = sf_cell_snapshot;
  widget_class->css_changed = sf_cell_css_changed;
  widget_class->system_setting_changed = sf_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "sfcell");
}

static void
sf_cell_init (SfCell *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
sf_cell_new (SfCellKind kind, guint chars, guint lines, guint row, guint column)
{
  static const GtkAccessibleRole roles[] = {
    [SF_CELL_FIGURE] = GTK_ACCESSIBLE_ROLE_GRID_CELL,
    [SF_CELL_HEADING] = GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
    [SF_CELL_ROW_HEADING] = GTK_ACCESSIBLE_ROLE_ROW_HEADER,
  };
  static const char *const classes[] = {
    [SF_CELL_FIGURE] = "figure",
    [SF_CELL_HEADING] = "heading-cell",
    [SF_CELL_ROW_HEADING] = "row-heading",
  };
  SfCell *self = g_object_new (SF_TYPE_CELL, "accessible-role", roles[kind], "focusable",
                               kind == SF_CELL_FIGURE, NULL);

  self->kind = kind;
  self->chars = chars;
  self->lines = MAX (lines, 1);
  self->row = row;
  self->column = column;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kind]);
  return GTK_WIDGET (self);
}
