/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-level-row.h"

#include "model/sf-record.h"
#include "ui/sf-line.h"
#include "ui/sf-mark.h"

#include <glib/gi18n-lib.h>

struct _SfLevelRow
{
  GtkWidget parent_instance;

  GtkWidget *buttons;     /* a homogeneous line of GtkButton with the role of a radio button */
  GtkWidget *descriptors; /* a stack: as high as the longest, so that nothing beneath it jumps */
  GtkWidget *pointed;     /* the button that the pointer is over */

  SfScale *scale; /* borrowed from its framework, which framework keeps */
  GPtrArray *levels;
  gint64 level;
  guint current; /* the one that Tab stops at */
};

enum
{
  LEVEL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfLevelRow, sf_level_row, GTK_TYPE_WIDGET)

static GtkWidget *
nth_button (SfLevelRow *self, guint nth)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  while (button != NULL && nth-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static guint
count_levels (SfLevelRow *self)
{
  return self->levels != NULL ? self->levels->len : 0;
}

static SfLevel *
nth_level (SfLevelRow *self, guint nth)
{
  return nth < count_levels (self) ? self->levels->pdata[nth] : NULL;
}

static guint
chosen_index (SfLevelRow *self)
{
  for (guint i = 0; i < count_levels (self); i++)
    if (sf_level_get_value (nth_level (self, i)) == self->level)
      return i;
  return G_MAXUINT;
}

/* The page of the stack that stands for the nth level; the first stands for none. */
static GtkWidget *
nth_descriptor (SfLevelRow *self, guint nth)
{
  GtkWidget *label = gtk_widget_get_first_child (self->descriptors);

  for (guint i = 0; label != NULL && i < nth + 1; i++)
    label = gtk_widget_get_next_sibling (label);
  return label;
}

/* Which level is spoken of: the one under the pointer, else with the focus, else the chosen one. */
static guint
spoken_index (SfLevelRow *self)
{
  for (guint i = 0; i < count_levels (self); i++)
    if (nth_button (self, i) == self->pointed)
      return i;
  for (guint i = 0; i < count_levels (self); i++)
    if (gtk_widget_is_focus (nth_button (self, i)))
      return i;
  return chosen_index (self);
}

static void
show_descriptor (SfLevelRow *self)
{
  guint shown = spoken_index (self);
  GtkWidget *label;
  SfLevel *level;
  g_autofree char *text = NULL;

  if (shown == G_MAXUINT)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->descriptors),
                                   gtk_widget_get_first_child (self->descriptors));
      return;
    }
  level = nth_level (self, shown);
  label = nth_descriptor (self, shown);
  if (shown == chosen_index (self))
    text = g_strdup_printf (_ ("Chosen: %s. %s"), sf_level_get_label (level),
                            sf_level_get_descriptor (level));
  else
    text = g_strdup_printf (_ ("%s means: %s"), sf_level_get_label (level),
                            sf_level_get_descriptor (level));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_stack_set_visible_child (GTK_STACK (self->descriptors), label);
}

static GtkWidget *
make_descriptor (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
fill_descriptors (SfLevelRow *self)
{
  GtkWidget *label;

  while ((label = gtk_widget_get_first_child (self->descriptors)) != NULL)
    gtk_stack_remove (GTK_STACK (self->descriptors), label);
  label = make_descriptor (
      _ ("Each level is described here when you point at it or move to it with the arrow keys."));
  gtk_stack_add_child (GTK_STACK (self->descriptors), label);
  for (guint i = 0; i < count_levels (self); i++)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("%s means: %s"), sf_level_get_label (nth_level (self, i)),
                             sf_level_get_descriptor (nth_level (self, i)));

      gtk_stack_add_child (GTK_STACK (self->descriptors), make_descriptor (text));
    }
}

/* Exactly one of the buttons can be reached by Tab. */
static void
set_current (SfLevelRow *self, guint current)
{
  self->current = current < count_levels (self) ? current : 0;
  for (guint i = 0; i < count_levels (self); i++)
    gtk_widget_set_focusable (nth_button (self, i),
                              i == self->current || gtk_widget_is_focus (nth_button (self, i)));
}

static void
show_chosen (SfLevelRow *self)
{
  guint chosen = chosen_index (self);

  for (guint i = 0; i < count_levels (self); i++)
    {
      GtkWidget *button = nth_button (self, i);

      if (i == chosen)
        gtk_widget_add_css_class (button, "chosen");
      else
        gtk_widget_remove_css_class (button, "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                   i == chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                               : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);
    }
  if (gtk_widget_get_focus_child (self->buttons) == NULL)
    set_current (self, chosen == G_MAXUINT ? 0 : chosen);
  show_descriptor (self);
}

static void
choose (SfLevelRow *self, guint nth)
{
  SfLevel *level = nth_level (self, nth);

  if (level != NULL && sf_level_get_value (level) != self->level)
    g_signal_emit (self, signals[LEVEL_CHOSEN], 0, sf_level_get_value (level));
}

static guint
index_of (SfLevelRow *self, GtkWidget *button)
{
  for (guint i = 0; i < count_levels (self); i++)
    if (nth_button (self, i) == button)
      return i;
  return G_MAXUINT;
}

static void
on_clicked_cb (GtkButton *button, SfLevelRow *self)
{
  choose (self, index_of (self, GTK_WIDGET (button)));
}

static void
on_focus_changed_cb (GtkWidget *button, GParamSpec *pspec, SfLevelRow *self)
{
  show_descriptor (self);
}

static void
on_pointed_cb (GtkEventControllerMotion *motion, double x, double y, SfLevelRow *self)
{
  self->pointed = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (motion));
  show_descriptor (self);
}

static void
on_left_cb (GtkEventControllerMotion *motion, SfLevelRow *self)
{
  self->pointed = NULL;
  show_descriptor (self);
}

static void
move_to (SfLevelRow *self, guint nth)
{
  GtkWidget *button = nth_button (self, nth);

  gtk_widget_set_focusable (button, TRUE);
  gtk_widget_grab_focus (button);
  set_current (self, nth);
  show_descriptor (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   SfLevelRow *self)
{
  guint n = count_levels (self);
  guint digit = keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9         ? keyval - GDK_KEY_1
                : keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_1
                                                                   : G_MAXUINT;

  if (n == 0 || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit < n)
    {
      move_to (self, digit);
      choose (self, digit);
      return GDK_EVENT_STOP;
    }
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_to (self, (self->current + n - 1) % n);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_to (self, (self->current + 1) % n);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      move_to (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      move_to (self, n - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
make_word (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

/* The mark and the numeral stand above the word, so that four levels fit beside each other. */
static GtkWidget *
make_face (SfLevelRow *self, SfLevel *level)
{
  GtkWidget *face, *top;
  g_autofree char *numeral = NULL;

  if (sf_scale_get_style (self->scale) == SF_SCALE_WORDS)
    return make_word (sf_level_get_label (level));
  numeral = g_strdup_printf ("%" G_GINT64_FORMAT, sf_level_get_value (level));
  face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  top = sf_line_new (5);
  gtk_widget_set_halign (top, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  sf_line_append (SF_LINE (top), sf_mark_image_new (sf_mark_shape_of_level (level)));
  sf_line_append (SF_LINE (top), gtk_label_new (numeral));
  gtk_box_append (GTK_BOX (face), top);
  gtk_box_append (GTK_BOX (face), make_word (sf_level_get_name (level)));
  return face;
}

static GtkWidget *
make_button (SfLevelRow *self, SfLevel *level)
{
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_face (self, level));
  gtk_widget_add_css_class (button, "level");
  sf_mark_set_tone (button, sf_level_get_tone (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sf_level_get_label (level), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sf_level_get_descriptor (level), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, 0);
  g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (on_focus_changed_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointed_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_left_cb), self, 0);
  gtk_widget_add_controller (button, motion);
  return button;
}

static gboolean
sf_level_row_grab_focus (GtkWidget *widget)
{
  /* going back with Shift+Tab, GTK asks every container that is left whether it takes the focus */
  return gtk_widget_get_focus_child (widget) == NULL && sf_level_row_enter (SF_LEVEL_ROW (widget));
}

static void
sf_level_row_dispose (GObject *object)
{
  SfLevelRow *self = SF_LEVEL_ROW (object);

  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->descriptors, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_level_row_parent_class)->dispose (object);
}

static void
sf_level_row_class_init (SfLevelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_level_row_dispose;
  widget_class->grab_focus = sf_level_row_grab_focus;

  /**
   * SfLevelRow::level-chosen:
   * @level: the value of the level
   *
   * A level was chosen that is not the one shown.
   */
  signals[LEVEL_CHOSEN]
      = g_signal_new ("level-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "levelrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
sf_level_row_init (SfLevelRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->level = SF_NULL_INT;
  self->buttons = sf_line_new (6);
  sf_line_set_homogeneous (SF_LINE (self->buttons), TRUE);
  self->descriptors = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->descriptors), FALSE);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->descriptors, GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (self->buttons, keys);
}

/**
 * sf_level_row_new:
 *
 * Returns: (transfer floating): a row without a scale
 */
GtkWidget *
sf_level_row_new (void)
{
  return g_object_new (SF_TYPE_LEVEL_ROW, NULL);
}

void
sf_level_row_set_scale (SfLevelRow *self, SfScale *scale)
{
  GtkWidget *button;

  g_return_if_fail (SF_IS_LEVEL_ROW (self));

  if (self->scale == scale)
    return;
  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    sf_line_remove (SF_LINE (self->buttons), button);
  self->pointed = NULL;
  self->scale = scale;
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  if (scale != NULL)
    self->levels = g_ptr_array_ref (sf_scale_get_levels (scale));
  for (guint i = 0; i < count_levels (self); i++)
    sf_line_append (SF_LINE (self->buttons), make_button (self, nth_level (self, i)));
  fill_descriptors (self);
  self->current = 0;
  show_chosen (self);
}

void
sf_level_row_set_level (SfLevelRow *self, gint64 level)
{
  g_return_if_fail (SF_IS_LEVEL_ROW (self));

  if (self->level == level)
    return;
  self->level = level;
  show_chosen (self);
}

gint64
sf_level_row_get_level (SfLevelRow *self)
{
  g_return_val_if_fail (SF_IS_LEVEL_ROW (self), SF_NULL_INT);

  return self->level;
}

void
sf_level_row_set_label (SfLevelRow *self, const char *label)
{
  g_return_if_fail (SF_IS_LEVEL_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

gboolean
sf_level_row_enter (SfLevelRow *self)
{
  guint chosen;

  g_return_val_if_fail (SF_IS_LEVEL_ROW (self), FALSE);

  if (count_levels (self) == 0 || !gtk_widget_is_sensitive (GTK_WIDGET (self)))
    return FALSE;
  chosen = chosen_index (self);
  move_to (self, chosen != G_MAXUINT ? chosen : 0);
  return TRUE;
}

gboolean
sf_level_row_choose (SfLevelRow *self, guint nth)
{
  g_return_val_if_fail (SF_IS_LEVEL_ROW (self), FALSE);

  if (nth >= count_levels (self) || !gtk_widget_is_sensitive (GTK_WIDGET (self)))
    return FALSE;
  if (gtk_widget_get_focus_child (self->buttons) != NULL)
    move_to (self, nth);
  choose (self, nth);
  return TRUE;
}
