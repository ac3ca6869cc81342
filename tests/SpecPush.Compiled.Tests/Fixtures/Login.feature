@matrix.FEATURE.1
Feature: Login

  @matrix.SCENARIO.1
  Scenario: Right password
    Given a form # debug, release: matrix.FEATURE.1 matrix.SCENARIO.1
    When it is sent
    Then it is closed

  Scenario Outline: Wrong password
    Given a form with <password> # debug, release: matrix.FEATURE.1

    Examples:
      | password |
      | x        |
